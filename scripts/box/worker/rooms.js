/** What a room that nobody has made would answer. */
const UNMADE = {
  summary: (room) => ({ room, topic: "", locked: false, members: 0, cursor: 0 }),
  members: () => ({ members: [] }),
  messages: () => ({ events: [], more: false }),
  offerFile: () => ({
    refused: "no_such_room",
    message: "There is no such room, and you can't make one here.",
  }),
  withdrawFile: () => ({ refused: "no_such_file", message: "There is no such file." }),
  file: () => ({ refused: "no_such_file", message: "There is no such file." }),
};

const ANYONE = "anyone";

/**
 * Stands in for the namespace of the rooms: the same objects, but that one of
 * which there is no file is not woken to be read. workerd would make three
 * files for it. Where not everybody makes rooms, it is the room that says so.
 */
export function roomsOf({ ROOM, ROOM_FILES, ROOM_FOLDER, NEW_ROOMS }) {
  if ((NEW_ROOMS ?? ANYONE).trim() !== ANYONE) return ROOM;
  const isMade = async (id) => {
    const file = `http://files/${ROOM_FOLDER}/${id}.sqlite`;
    return (await ROOM_FILES.fetch(file, { method: "HEAD" })).status !== 404;
  };
  const roomNamed = (name) => {
    const id = ROOM.idFromName(name);
    const room = ROOM.get(id);
    return new Proxy(room, {
      get(_, call) {
        const ask = (...given) => room[call](...given);
        if (!Object.hasOwn(UNMADE, call)) return ask;
        return async (...given) => ((await isMade(id)) ? ask(...given) : UNMADE[call](name));
      },
    });
  };
  return { getByName: roomNamed };
}
