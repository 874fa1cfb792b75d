-- Opens a text in Neovim (0.7 or later) with saksama as its language server, applies the first safe fix, and saves.

local function fail(reason)
  io.stderr:write("neovim: " .. reason .. "\n")
  vim.cmd("cquit 1")
end

local function main()
  local client = vim.lsp.start_client({ name = "saksama", cmd = { vim.env.SAKSAMA, "lsp" }, root_dir = vim.fn.getcwd() })
  vim.bo.filetype = "text"
  if not client or not vim.lsp.buf_attach_client(0, client) then
    return fail("the server does not start")
  end
  local function found()
    return vim.diagnostic.get(0)
  end
  if not vim.wait(60000, function() return #found() > 0 end, 50) then
    return fail("no diagnostics came")
  end
  local before = #found()
  io.stdout:write(("neovim: %d diagnostics, the first by %s\n"):format(before, found()[1].code))

  local whole = vim.lsp.util.make_given_range_params({ 1, 0 }, { vim.fn.line("$"), 0 })
  whole.context = { diagnostics = {}, only = { "quickfix" } }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", whole, 60000) or {}
  local chosen
  for _, action in ipairs((answers[client] or {}).result or {}) do
    if action.isPreferred then
      chosen = action
      break
    end
  end
  if not chosen then
    return fail("no safe fix is offered")
  end
  local encoding = vim.lsp.get_client_by_id(client).offset_encoding
  vim.lsp.util.apply_workspace_edit(chosen.edit, encoding)
  if not vim.wait(60000, function() return #found() < before end, 50) then
    return fail("the finding stays after " .. chosen.title)
  end
  vim.cmd("write")
  io.stdout:write(("neovim: %s\n"):format(chosen.title))
  vim.lsp.stop_client(client)
  vim.cmd("qall!")
end

local is_done, reason = pcall(main)
if not is_done then
  fail(reason)
end
