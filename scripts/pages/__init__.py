"""The pages of the site that are made from the code: rules, commands, settings and schemas."""
