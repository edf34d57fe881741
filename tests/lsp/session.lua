-- What an editor does with a draft in Neovim, from 0.7 on: read, accept a word, fix, write. Given by the test:
-- FOLDER, SERVER (the words that start the server), OUT (where to put what was seen, as JSON).
local seen = {}
local function give_up(why) seen.trouble = why; vim.fn.writefile({ vim.fn.json_encode(seen) }, OUT); vim.cmd("cquit") end

vim.cmd("edit " .. FOLDER .. "/draft.md")
local client = vim.lsp.start_client({
  name = "reviewlint",
  cmd = SERVER,
  root_dir = FOLDER,
  init_options = { config = { reader = "off" } },
})
if not client then give_up("the server did not start") end
vim.lsp.buf_attach_client(0, client)

local function codes()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { d.code or d.user_data.lsp.code, d.lnum, d.col, d.end_col, d.source })
  end
  return found
end
local function wait_for(count)
  if not vim.wait(60000, function() return #vim.diagnostic.get(0) == count end, 50) then
    give_up("not " .. count .. " diagnostics but " .. vim.inspect(codes()))
  end
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  local answer = answers and answers[client]
  if not answer or answer.error then give_up(method .. ": " .. vim.inspect(answers)) end
  return answer.result
end
local function actions_on(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local by_title = {}
  for _, action in ipairs(ask("textDocument/codeAction", params)) do by_title[action.title] = action end
  return by_title
end
local function take(action)
  if not action then give_up("an action is missing; there are " .. vim.inspect(vim.diagnostic.get(0))) end
  local encoding = vim.lsp.get_client_by_id(client).offset_encoding or "utf-16"
  if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, encoding) end
  if action.command then ask("workspace/executeCommand", action.command) end
end

wait_for(3)
seen.first = codes()
vim.api.nvim_win_set_cursor(0, { 3, 14 })
seen.hover = ask("textDocument/hover", vim.lsp.util.make_position_params()).contents.value
take(actions_on(1, 18)["Fix: is"])
wait_for(2)
take(actions_on(3, 8)["Accept “definately” in all drafts"])
wait_for(1)
take(actions_on(5, 16)["Ignore facts/wrong-runtime here, and say why"])
wait_for(0)
vim.cmd("silent write")
seen.lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.fn.writefile({ vim.fn.json_encode(seen) }, OUT)
vim.cmd("qall!")
