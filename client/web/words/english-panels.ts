// Apart from the rest, so that it is loaded with the panels.

export const englishPanels = {
  about: {
    yours: "You look after this room",
    setTopic: "Set the topic…",
    whatTopic: "What is this room about?",
    clearTopic: "Take the topic away",
    slow: "Slow mode…",
    howSlow: "Seconds between two messages of a member; 0 for none",
    bans: "Who is banned?",
    lock: "Lock…",
    changeLock: "Change the passphrase…",
    unlock: "Unlock",
    otherDevice: "Be here from another device",
    copyCode: "Copy the code",
    codeHint: "There, choose “I'm already here as…” or type /link enter. Whoever has this code is you.",
    leave: "Leave the room",
  },
};
