import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** Files that a hurried hand might write, each with what it imports. */
const FORBIDDEN = {
  "src/protocol/a.ts": "../settings/settings.ts",
  "src/protocol/b.ts": "node:fs",
  "src/protocol/deep/a.ts": "../../room/room.ts",
  "src/settings/a.ts": "../room/state/room.ts",
  "src/room/a.ts": "../object/hub.ts",
  "src/room/b.ts": "../worker/rooms.ts",
  "src/room/c.ts": "cloudflare:workers",
  "src/room/f.ts": "../registry/ledger.ts",
  "src/room/rules/a.ts": "../../object/hub.ts",
  "src/room/rules/b.ts": "../../worker/responses.ts",
  "src/room/rules/c.ts": "../../../client/core/chat.ts",
  "src/room/d.ts": "hono",
  "src/room/rules/d.ts": "../handle.ts",
  "src/room/rules/e.ts": "../http/post.ts",
  "src/room/rules/deep/a.ts": "../../commands.ts",
  "src/room/state/deep/a.ts": "../../handle.ts",
  "src/room/e.ts": "../../test/support/fake-clock.ts",
  "src/object/a.ts": "../worker/worker.ts",
  "src/object/store/a.ts": "../../worker/rooms.ts",
  "src/object/store/b.ts": "../../../client/core/chat.ts",
  "src/object/b.ts": "../registry/ledger.ts",
  "src/registry/a.ts": "../worker/responses.ts",
  "src/registry/b.ts": "../object/hub.ts",
  "src/registry/c.ts": "../room/state/room.ts",
  "src/worker/a.ts": "../../client/core/chat.ts",
  "src/room/state/a.ts": "../rules/join.ts",
  "src/room/state/b.ts": "../http/post.ts",
  "src/room/state/c.ts": "../effect.ts",
  "src/worker/b.ts": "../../scripts/build.ts",
  "client/core/d.ts": "ws",
  "client/web/d.ts": "../../test/support/fake-clock.ts",
  "client/core/a.ts": "../../src/room/room.ts",
  "client/core/b.ts": "../../src/settings/settings.ts",
  "client/core/slash/a.ts": "../../../src/object/hub.ts",
  "client/core/slash/b.ts": "../../cli/text/styles.ts",
  "client/core/slash/c.ts": "node:fs",
  "client/core/e.ts": "../library/room-stay.ts",
  "client/core/f.ts": "../node/node-connect.ts",
  "client/library/a.ts": "../cli/net/socket.ts",
  "client/library/b.ts": "../../src/room/state/room.ts",
  "client/library/c.ts": "node:http",
  "client/library/d.ts": "ws",
  "client/library/e.ts": "../node/node-connect.ts",
  "client/library/browser.ts": "node:util",
  "client/library/types/a.ts": "../../../src/protocol/event.ts",
  "client/node/a.ts": "../library/room-stay.ts",
  "client/node/b.ts": "../cli/end/failure.ts",
  "client/web/e.ts": "../library/room-stay.ts",
  "client/web/model/e.ts": "../../node/node-connect.ts",
  "client/cli/a.ts": "../web/main.ts",
  "client/cli/talk/a.ts": "../../../src/room/room.ts",
  "client/cli/talk/b.ts": "../../../src/worker/responses.ts",
  "client/cli/talk/c.ts": "../../web/model/log.ts",
  "client/web/model/a.ts": "../../cli/text/styles.ts",
  "client/web/model/b.ts": "../../../src/object/hub.ts",
  "client/web/model/d.ts": "../../../src/registry/ledger.ts",
  "client/web/model/c.ts": "node:fs",
} as const;

const ALLOWED = {
  "src/room/rules/allowed.ts": "../../protocol/error.ts",
  "src/settings/allowed.ts": "../protocol/limits.ts",
  "src/registry/allowed.ts": "../object/store/migrations.ts",
  "src/room/allowed.ts": "../settings/settings.ts",
  "src/object/store/allowed.ts": "../../room/room.ts",
  "src/room/state/allowed.ts": "../../settings/settings.ts",
  "client/core/slash/allowed.ts": "../../../src/protocol/error.ts",
  "client/cli/talk/allowed.ts": "../../core/chat.ts",
  "client/cli/mcp/allowed.ts": "../../library/room-stay.ts",
  "client/cli/net/allowed.ts": "../../node/node-connect.ts",
  "client/library/allowed.ts": "../core/chat.ts",
  "client/library/library.ts": "../node/node-connect.ts",
  "client/library/types/allowed.ts": "./message.ts",
  "client/node/allowed.ts": "../core/chat.ts",
  "client/web/model/allowed.ts": "../../core/chat.ts",
} as const;

const ROOT = new URL("..", import.meta.url).pathname;

/** The files for which the linter finds a wrong import, among these. */
function refused(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "papo-walls-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { vcs: _vcs, plugins: _plugins, ...config } = JSON.parse(readFileSync(`${ROOT}biome.json`, "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  for (const [file, imported] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import * as it from "${imported}";\nexport const that = it;\n`);
  }
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [
    biome,
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=github",
    "--max-diagnostics=100",
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return told(folder, stdout);
}

/** The files of a folder that are named in the linter's output. */
const told = (folder: string, output: string) =>
  Array.from(
    output.matchAll(/\bfile=([^,\n]+),/g),
    ([, file]) => file?.split(`${basename(folder)}/`)[1] ?? "",
  );

test("imports point inward only, in every folder however deep, and never from one client to the other", () => {
  expect(refused({ ...FORBIDDEN, ...ALLOWED }).toSorted()).toEqual(Object.keys(FORBIDDEN).toSorted());
});
