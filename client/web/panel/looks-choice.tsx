import { Component } from "preact";
import { chooseLooks, type Looks, looksNow, THEMES } from "../session/looks.ts";
import { panelWords } from "../words/panel-words.ts";

const { looks: words } = panelWords;

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
      </section>
    );
  }
}
