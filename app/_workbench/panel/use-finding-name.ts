import { useTranslations } from "next-intl";

/** What a check is called. */
export function useFindingName(): (check: string) => string {
	const say = useTranslations("findings");
	return (check) =>
		say.has(`${check}.name` as "failed") ? say(`${check}.name` as "failed", { check }) : check;
}
