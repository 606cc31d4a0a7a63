/** Milliseconds that a network may take to begin its answer, where there is another. */
const PATIENCE = 3_000;

/** What the network says; where it says nothing, or not in time, what is kept. */
export async function networkFirst(
  network: () => Promise<Response>,
  kept: () => Promise<Response | undefined>,
): Promise<Response> {
  const answer = network();
  try {
    return await Promise.race([answer, tooLate()]);
  } catch {
    return (await kept()) ?? answer;
  }
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}
