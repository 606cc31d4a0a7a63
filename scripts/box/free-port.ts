import { once } from "node:events";
import { createServer } from "node:net";
import { UsageError } from "../usage-error.ts";

/** Throws a sentence if papo can't listen there: the runtime itself would tell it in a stack trace. */
export async function checkFree(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new UsageError(
        `Port ${port} is in use. Try another: npm start -- --port ${port === 65_535 ? 8787 : port + 1}`,
      );
    }
    if (code === "EACCES") throw new UsageError(`Port ${port} is not for everybody. Try one above 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new UsageError(`This machine has no address ${host}.`);
    throw error;
  }
  probe.close();
  await once(probe, "close");
}
