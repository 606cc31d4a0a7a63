import { AboutPanel } from "./about-panel.tsx";
import { ActsPanel } from "./acts-panel.tsx";
import { BanPanel } from "./ban-panel.tsx";
import { BansPanel } from "./bans-panel.tsx";
import { InvitePanel } from "./invite-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SearchPanel } from "./search-panel.tsx";

/** The panels by their names. */
export const panels = {
  about: AboutPanel,
  acts: ActsPanel,
  ban: BanPanel,
  bans: BansPanel,
  invite: InvitePanel,
  people: PeoplePanel,
  search: SearchPanel,
};
