import { chinese } from "./chinese.ts";
import type { LanguageRules } from "./contract.ts";
import { english } from "./english.ts";

/** Every language a page's furniture is known in. All hold on every page: a Chinese page can end in English. */
export const languageRules = [chinese, english] as const satisfies readonly LanguageRules[];
