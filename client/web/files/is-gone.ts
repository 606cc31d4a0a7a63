/** Whether the server has a file no longer; where nobody says, it is not. */
export async function isGone(address: string | undefined): Promise<boolean> {
  if (address === undefined) return true;
  try {
    const { status } = await fetch(address, { method: "HEAD", cache: "no-store" });
    return status === 404 || status === 410;
  } catch {
    return false;
  }
}
