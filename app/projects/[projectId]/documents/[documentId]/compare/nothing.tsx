import { useTranslations } from "next-intl";

export function Nothing() {
	const t = useTranslations("compare");
	return <span className="text-sm text-ink-faint">{t("none")}</span>;
}
