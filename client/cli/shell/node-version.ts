// Evaluated before all else: an older Node has not what the rest takes for granted.
const OLDEST = 20;

const { node } = process.versions;
if (Number.parseInt(node, 10) < OLDEST) {
  process.stderr.write(
    `papo: This is Node ${node}, and papo needs Node ${OLDEST} or later: https://nodejs.org.\n`,
  );
  process.exit(1);
}
