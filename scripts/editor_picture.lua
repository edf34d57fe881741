-- How Neovim looks in docs/pictures/editor.svg. Given: SERVER (the words that start the server), DRAFT, PHRASE.
vim.o.termguicolors, vim.o.number, vim.o.wrap, vim.o.linebreak = true, true, true, true
vim.o.conceallevel = 2
vim.o.signcolumn, vim.o.ruler, vim.o.showmode, vim.o.laststatus = "no", false, false, 2
vim.o.statusline = " %f   reviewlint: %{luaeval('#vim.diagnostic.get(0)')} findings"
vim.o.background = "dark"
vim.cmd("syntax on")
for group, look in pairs({
  Normal = { fg = "#d0d7de", bg = "#0d1117" }, NormalFloat = { fg = "#d0d7de", bg = "#1c2330" },
  LineNr = { fg = "#6e7681" }, NonText = { fg = "#6e7681" }, StatusLine = { fg = "#0d1117", bg = "#8b949e" },
  Title = { fg = "#79c0ff", bold = true }, FloatBorder = { fg = "#6e7681", bg = "#1c2330" },
}) do
  vim.api.nvim_set_hl(0, group, look)
end
vim.api.nvim_set_hl(0, "DiagnosticUnderlineError", { fg = "#ff7b72", underline = true })
vim.api.nvim_set_hl(0, "DiagnosticUnderlineWarn", { fg = "#e3b341", underline = true })
vim.api.nvim_set_hl(0, "DiagnosticUnderlineInfo", { fg = "#79c0ff", underline = true })
vim.diagnostic.config({ virtual_text = false, signs = false, update_in_insert = true })
vim.cmd("edit " .. DRAFT)
vim.lsp.buf_attach_client(0, vim.lsp.start_client({ name = "reviewlint", cmd = SERVER, root_dir = vim.fn.getcwd() }))
-- Neovim 0.7 shows the addresses of links, which later ones hide.
vim.lsp.handlers["textDocument/hover"] = function(_, result)
  local lines = vim.split(result.contents.value:gsub("%[(.-)%]%(file:.-%)", "%1"), "\n")
  vim.lsp.util.open_floating_preview(lines, "markdown", { border = "rounded", max_width = 88, wrap_at = 88 })
end
vim.cmd("normal! 6Gzt")
vim.fn.search(PHRASE)
