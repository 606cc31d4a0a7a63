/** What can be done, each by a button of its name. */
export type Action = readonly [label: string, act: () => void];

export function Actions({ list }: { list: readonly Action[] }) {
  return (
    <div class="actions">
      {list.map(([label, act]) => (
        <button type="button" key={label} onClick={act}>
          {label}
        </button>
      ))}
    </div>
  );
}
