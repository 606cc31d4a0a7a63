import { expect, test } from "vitest";
import { parted } from "../../../client/cli/prompt/editor/parted.ts";

test.each<[string, NodeJS.Platform, string[]]>([
  ["vim", "linux", ["vim"]],
  ["code --wait", "linux", ["code", "--wait"]],
  ['emacsclient  -a ""', "linux", ["emacsclient", "-a", ""]],
  ["'/opt/my editor/bin/ed' -x", "linux", ["/opt/my editor/bin/ed", "-x"]],
  ["/opt/my\\ editor", "linux", ["/opt/my editor"]],
  ['vim -c "set tw=\\"72\\""', "linux", ["vim", "-c", 'set tw="72"']],
  ["vim +'set wrap' $HOME; rm x", "linux", ["vim", "+set wrap", "$HOME;", "rm", "x"]],
  ["an 'open quote", "linux", ["an", "'open", "quote"]],
  [
    '"C:\\Program Files\\Notepad++\\notepad++.exe" -multiInst',
    "win32",
    ["C:\\Program Files\\Notepad++\\notepad++.exe", "-multiInst"],
  ],
  ["C:\\tools\\vim.exe", "win32", ["C:\\tools\\vim.exe"]],
  ["", "linux", []],
])("%s on %s", (command, platform, words) => {
  expect(parted(command, platform)).toEqual(words);
});
