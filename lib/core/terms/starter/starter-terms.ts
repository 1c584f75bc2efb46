/** Official and diplomatic terms to begin a glossary with. */
import type { Term } from "../term.ts";
import { diplomacyTerms } from "./diplomacy.ts";
import { economyTerms } from "./economy.ts";
import { lawTerms } from "./law.ts";
import { militaryTerms } from "./military.ts";
import { officesTerms } from "./offices.ts";
import { partyTerms } from "./party.ts";
import { readStarter } from "./read-starter.ts";
import { scienceTerms } from "./science.ts";
import { slogansTerms } from "./slogans.ts";
import { societyTerms } from "./society.ts";
import { stateTerms } from "./state.ts";
import { unitedFrontTerms } from "./united-front.ts";

/** By domain, as glossaries of other formats name it too. */
const domains = [
	["Party institutions", partyTerms],
	["State institutions", stateTerms],
	["Offices and titles", officesTerms],
	["Set phrases", slogansTerms],
	["Diplomacy", diplomacyTerms],
	["Economy", economyTerms],
	["Law and discipline", lawTerms],
	["Public health and society", societyTerms],
	["United front and regions", unitedFrontTerms],
	["Armed forces", militaryTerms],
	["Science, education and culture", scienceTerms],
] as const;

/** The ids are the same in every release. */
export function starterTerms(): Term[] {
	return domains.flatMap(([domain, lines]) => readStarter(domain, lines));
}
