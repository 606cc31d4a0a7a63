/** Milliseconds that a network may take to begin its answer, where there is another. */
const PATIENCE = 3_000;

/** What the network says; where it says nothing, or not in time, or that the server is in trouble, what is kept. */
export async function networkFirst(
  network: () => Promise<Response>,
  kept: () => Promise<Response | undefined>,
): Promise<Response> {
  const answer = network();
  try {
    const first = await Promise.race([answer, tooLate()]);
    // Such as a proxy's word for a papo that starts anew.
    if (first.status < 500) return first;
  } catch {
    // Then there is what is kept.
  }
  return (await kept()) ?? answer;
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}
