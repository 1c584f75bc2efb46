/** Run in a process of its own: builds the dictionaries that are read as files, where they are not kept yet. */
import { loadDictionary } from "#lib/server/dictionary.ts";
import { loadLexicon } from "#lib/server/lexicon.ts";

await loadLexicon("zh", "en");
await loadDictionary();
