import { useTranslations } from "next-intl";
import type { Finding } from "#lib/core/qa/contract.ts";

/** What a finding says, and why. */
export function FindingSentence({ finding }: { readonly finding: Finding }) {
	const say = useTranslations("findings");
	const { check, key, values } = finding;
	const name = key === "failed" ? key : `${check}.${key}`;
	return (
		<p className="max-w-full break-words text-sm text-ink-soft">
			{say(name as "failed", values as { check: string })}
		</p>
	);
}
