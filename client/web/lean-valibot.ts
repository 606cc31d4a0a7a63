// What the page uses of valibot, under the same names: the build puts this in
// its place (`scripts/browser-client.ts`). The page never asks why something
// can't be read, and telling that is most of valibot. What is read, and as what,
// is the same (`test/web/lean-valibot.test.ts`).

/** Of what can't be read. */
const FAULT = Symbol();
const MISSING = Symbol();

interface Reader {
  /** What was read, or {@link FAULT}. */
  read(value: unknown): unknown;
  /** The fields, where it reads an object. */
  readonly entries?: Readonly<Record<string, Reader>>;
  /** Of one value alone. */
  readonly literal?: unknown;
  /** May be missing. */
  readonly optional?: true;
  /** What stands for it where it is missing or can't be read. */
  readonly otherwise?: unknown;
}

type Bag = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Bag {
  return typeof value === "object" && value !== null;
}

function that<Value>(test: (value: Value) => boolean): Reader {
  return { read: (value: Value) => (test(value) ? value : FAULT) };
}

/** Reads one after the other; none after one that could not. */
function each(readers: readonly Reader[], at: (index: number) => unknown): unknown {
  const values: unknown[] = [];
  for (const [index, reader] of readers.entries()) {
    const value = reader.read(at(index));
    if (value === FAULT) return FAULT;
    values.push(value);
  }
  return values;
}

function isOwn(value: Bag, key: string): boolean {
  return Object.hasOwn(value, key) && !/^(__proto__|prototype|constructor)$/.test(key);
}

function fields(entries: Readonly<Record<string, Reader>>, rest: (value: Bag) => Bag): Reader {
  return {
    entries,
    read(value) {
      if (!isObject(value)) return FAULT;
      const read: Record<string, unknown> = {};
      for (const [key, field] of Object.entries(entries)) {
        const found = key in value ? field.read(value[key]) : (field.otherwise ?? MISSING);
        if (found === FAULT || (found === MISSING && !field.optional)) return FAULT;
        if (found !== MISSING) read[key] = found;
      }
      return { ...read, ...rest(value) };
    },
  };
}

export const object = (entries: Readonly<Record<string, Reader>>) => fields(entries, () => ({}));

export const looseObject = (entries: Readonly<Record<string, Reader>>) =>
  fields(entries, (value) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !(key in entries) && isOwn(value, key))),
  );

export const literal = (only: unknown): Reader => ({ ...that((value) => value === only), literal: only });
export const string = () => that((value) => typeof value === "string");
export const boolean = () => that((value) => typeof value === "boolean");
export const number = () => that((value) => typeof value === "number" && !Number.isNaN(value));
export const unknown = () => that(() => true);
export const picklist = (options: readonly unknown[]) => that((value) => options.includes(value));
export const custom = that;
export const check = that;

export const minValue = (least: number) => that((value: number) => value >= least);
export const maxValue = (most: number) => that((value: number) => value <= most);
export const minLength = (least: number) => that((value: string | unknown[]) => value.length >= least);
export const maxLength = (most: number) => that((value: string | unknown[]) => value.length <= most);
export const maxEntries = (most: number) => that((value: Bag) => Object.keys(value).length <= most);
export const safeInteger = () => that(Number.isSafeInteger);
export const regex = (pattern: RegExp) => that((value: string) => pattern.test(value));
export const transform = (read: (value: unknown) => unknown): Reader => ({ read });

export const exactOptional = ({ read }: Reader): Reader => ({ read, optional: true });

export const optional = ({ read }: Reader): Reader => ({
  read: (value) => (value === undefined ? value : read(value)),
  optional: true,
});

export const nullable = ({ read }: Reader): Reader => ({
  read: (value) => (value === null ? value : read(value)),
});

export const fallback = (reader: Reader, otherwise: unknown): Reader => ({
  ...reader,
  otherwise,
  read(value) {
    const read = reader.read(value);
    return read === FAULT ? otherwise : read;
  },
});

export const pipe = (first: Reader, ...more: readonly Reader[]): Reader => ({
  ...first,
  read: (value) => more.reduce((read, next) => (read === FAULT ? FAULT : next.read(read)), first.read(value)),
});

export const array = (item: Reader): Reader => ({
  read: (value) =>
    Array.isArray(value)
      ? each(
          value.map(() => item),
          (index) => value[index],
        )
      : FAULT,
});

export const tuple = (items: readonly Reader[]): Reader => ({
  read: (value) => (Array.isArray(value) ? each(items, (index) => value[index]) : FAULT),
});

export const record = (key: Reader, item: Reader): Reader => ({
  read(value) {
    if (!isObject(value)) return FAULT;
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(value).filter((each) => isOwn(value, each))) {
      const found = key.read(name) === FAULT ? FAULT : item.read(value[name]);
      if (found === FAULT) return FAULT;
      read[name] = found;
    }
    return read;
  },
});

export const union = (options: readonly Reader[]): Reader => ({
  read(value) {
    for (const option of options) {
      const read = option.read(value);
      if (read !== FAULT) return read;
    }
    return FAULT;
  },
});

export const variant = (key: string, options: readonly Reader[]): Reader => {
  const byKind = new Map(options.map((option) => [option.entries?.[key]?.literal, option]));
  return { read: (value) => (isObject(value) ? (byKind.get(value[key])?.read(value) ?? FAULT) : FAULT) };
};

export function safeParse(reader: Reader, value: unknown) {
  const output = reader.read(value);
  return { success: output !== FAULT, output };
}

export const is = (reader: Reader, value: unknown) => safeParse(reader, value).success;

export function parse(reader: Reader, value: unknown) {
  const { success, output } = safeParse(reader, value);
  if (!success) throw new TypeError("unreadable");
  return output;
}
