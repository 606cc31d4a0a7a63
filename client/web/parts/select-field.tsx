interface SelectProps {
  name: string;
  label: string;
  /** What may be chosen: its value, and how it is called. */
  options: readonly (readonly [value: string, label: string])[];
  initial: string;
  onChoose?(value: string): void;
}

/** A labelled list to choose from. Its form reads it by its name. */
export function SelectField({ name, label, options, initial, onChoose }: SelectProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        defaultValue={initial}
        onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
      >
        {options.map(([value, called]) => (
          <option key={value} value={value} selected={value === initial}>
            {called}
          </option>
        ))}
      </select>
    </div>
  );
}
