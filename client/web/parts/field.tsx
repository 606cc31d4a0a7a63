import { takeFocus } from "./take-focus.ts";

interface FieldProps {
  name: string;
  label: string;
  /** What it holds at first. */
  initial?: string;
  hint?: string;
  /** What is wrong with the value; the cursor goes there. */
  error?: string | undefined;
  /** What is written is shown as dots. */
  secret?: boolean;
  /** The cursor goes there when it appears. */
  focus?: boolean;
  required?: boolean;
  /** The longest value that makes sense, in code units. */
  most?: number;
}

/** A labelled line to write in, with what is wrong beside it. Its form reads it by its name. */
export function Field({ name, label, initial, hint, error, ...more }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={`${name}-note`}
        required={more.required}
        maxLength={more.most}
        defaultValue={initial}
        ref={error !== undefined || more.focus ? takeFocus : null}
        {...(more.secret && ({ type: "password" } as const))}
      />
      <p id={`${name}-note`} class={error === undefined ? "hint" : "error"}>
        {error ?? hint}
      </p>
    </div>
  );
}
