/** Run in a process of its own: builds the aligner's dictionary where it is not kept yet. */
import { loadLexicon } from "#lib/server/lexicon.ts";

await loadLexicon("zh", "en");
