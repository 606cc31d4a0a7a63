import { AboutPanel } from "./about-panel.tsx";
import { ActsPanel } from "./acts-panel.tsx";
import { BanPanel } from "./ban-panel.tsx";
import { BansPanel } from "./bans-panel.tsx";
import { forMods } from "./for-mods.tsx";
import { InvitePanel } from "./invite-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SearchPanel } from "./search-panel.tsx";
import { TidyPanel } from "./tidy-panel.tsx";

/** The panels by their names. */
export const panels = {
  about: AboutPanel,
  acts: forMods(ActsPanel),
  ban: forMods(BanPanel),
  bans: forMods(BansPanel),
  invite: InvitePanel,
  people: PeoplePanel,
  search: SearchPanel,
  tidy: forMods(TidyPanel),
};
