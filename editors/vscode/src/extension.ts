// Starts the server of reviewlint, and leaves all the rest to it.
import { commands, type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

const LANGUAGES = ["markdown", "plaintext", "html", "mdx"];
let client: LanguageClient | undefined;

function makeClient(): LanguageClient {
  const settings = workspace.getConfiguration("reviewlint");
  const [command, ...args] = settings.get<string[]>("command", ["reviewlint", "lsp"]);
  const server: ServerOptions = { command, args };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    initializationOptions: { config: settings.get("config", {}) },
  };
  return new LanguageClient("reviewlint", server, options);
}

async function start(): Promise<void> {
  client = makeClient();
  try {
    await client.start();
  } catch (error) {
    const hint = "Install it with `pip install 'reviewlint[lsp]'`, or name it in the setting reviewlint.command.";
    void window.showErrorMessage(`The server of reviewlint did not start: ${error}. ${hint}`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.isRunning()) {
    await running.stop();
  }
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("reviewlint.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("reviewlint.command")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
