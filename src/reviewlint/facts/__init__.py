"""What is known of the work under review."""
