import { Component } from "preact";
import { SelectField } from "../parts/select-field.tsx";
import { chooseLooks, type Looks, looksNow, THEMES } from "../session/looks.ts";
import { browserShelf } from "../session/shelf.ts";
import { panelWords } from "../words/panel-words.ts";
import { pageSpoken } from "../words/spoken.ts";

const { looks: words } = panelWords;

/** Has the page speak one language, or as the browser does. What was begun is kept by every page, so a new one has it. */
function chooseLanguage(code: string): void {
  browserShelf.set("language", code || undefined);
  location.reload();
}

/** How the page looks in this browser, in all its tabs. */
export class LooksChoice extends Component {
  #choose(change: Partial<Looks>): void {
    chooseLooks({ ...looksNow(), ...change });
    this.forceUpdate();
  }

  render() {
    const { theme, isCompact } = looksNow();
    return (
      <section>
        <h3>{words.title}</h3>
        <fieldset class="choices">
          <legend>{words.theme}</legend>
          {THEMES.map((each) => (
            <label class="switch" key={each}>
              <input
                type="radio"
                name="theme"
                value={each}
                checked={each === theme}
                onChange={() => this.#choose({ theme: each })}
              />
              {words.themes[each]}
            </label>
          ))}
        </fieldset>
        <label class="switch">
          <input
            type="checkbox"
            checked={isCompact}
            onChange={({ currentTarget }) => this.#choose({ isCompact: currentTarget.checked })}
          />
          {words.compact}
        </label>
        <SelectField
          name="language"
          label={words.language}
          options={[
            ["", words.asBrowser],
            ...Object.entries(pageSpoken.languages ?? {}).map(([code, { name }]) => [code, name] as const),
          ]}
          initial={browserShelf.get("language") ?? ""}
          onChoose={chooseLanguage}
        />
      </section>
    );
  }
}
