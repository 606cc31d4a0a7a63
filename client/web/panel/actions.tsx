/** What can be done, by a button of its name; false where it can't. */
export type Action = readonly [label: string, act: () => void] | false;

export function buttons(list: readonly Action[]) {
  return list.map(
    (action) =>
      action && (
        <button type="button" key={action[0]} onClick={action[1]}>
          {action[0]}
        </button>
      ),
  );
}

export function Actions({ list }: { list: readonly Action[] }) {
  return <div class="actions">{buttons(list)}</div>;
}
