/** Every check there is. Adding one is a file in checks/ and a line here. */
import { approvedUntouched } from "./checks/approved-untouched.ts";
import { bookTitle } from "./checks/book-title.ts";
import { consistency } from "./checks/consistency.ts";
import { date } from "./checks/date.ts";
import { droppedSentence } from "./checks/dropped-sentence.ts";
import { emptySide } from "./checks/empty-side.ts";
import { endMark } from "./checks/end-mark.ts";
import { english } from "./checks/english.ts";
import { fullWidth } from "./checks/full-width.ts";
import { halfWidth } from "./checks/half-width.ts";
import { hidden } from "./checks/hidden.ts";
import { inconsistentTerm } from "./checks/inconsistent-term.ts";
import { inventedSentence } from "./checks/invented-sentence.ts";
import { leftOverSource } from "./checks/left-over-source.ts";
import { length } from "./checks/length.ts";
import { loop } from "./checks/loop.ts";
import { markup } from "./checks/markup.ts";
import { nameRendering } from "./checks/name-rendering.ts";
import { number } from "./checks/number.ts";
import { numberStyle } from "./checks/number-style.ts";
import { oneNameManySpellings } from "./checks/one-name-many-spellings.ts";
import { pairs } from "./checks/pairs.ts";
import { personName } from "./checks/person-name.ts";
import { personSpelling } from "./checks/person-spelling.ts";
import { placeName } from "./checks/place-name.ts";
import { quotes } from "./checks/quotes.ts";
import { repeat } from "./checks/repeat.ts";
import { sameRendering } from "./checks/same-rendering.ts";
import { scriptSlip } from "./checks/script-slip.ts";
import { serialComma } from "./checks/serial-comma.ts";
import { sourceChanged } from "./checks/source-changed.ts";
import { spacing } from "./checks/spacing.ts";
import { spellingVariant } from "./checks/spelling-variant.ts";
import { staleLink } from "./checks/stale-link.ts";
import { term } from "./checks/term.ts";
import { truncated } from "./checks/truncated.ts";
import { unit } from "./checks/unit.ts";
import type { Check } from "./contract.ts";

export const checks = [
	scriptSlip,
	number,
	date,
	unit,
	term,
	approvedUntouched,
	bookTitle,
	emptySide,
	endMark,
	fullWidth,
	halfWidth,
	hidden,
	markup,
	pairs,
	quotes,
	sourceChanged,
	spacing,
	staleLink,
	repeat,
	loop,
	leftOverSource,
	truncated,
	length,
	droppedSentence,
	inventedSentence,
	inconsistentTerm,
	nameRendering,
	oneNameManySpellings,
	personName,
	personSpelling,
	english,
	numberStyle,
	serialComma,
	spellingVariant,
	consistency,
	placeName,
	sameRendering,
] as const satisfies readonly Check[];
