import { cliWords } from "../words/words.ts";

// Evaluated before all else: an older Node has not what the rest takes for granted.
const OLDEST = 20;

const { node } = process.versions;
if (Number.parseInt(node, 10) < OLDEST) {
  process.stderr.write(`papo: ${cliWords().shell.oldNode({ version: node, oldest: OLDEST })}\n`);
  process.exit(1);
}
