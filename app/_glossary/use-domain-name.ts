import { useTranslations } from "next-intl";

/** What a domain is called: those of the official terms in the reader's language, any other as it is written. */
export function useDomainName(): (domain: string) => string {
	const t = useTranslations("glossary.domainName");
	return (domain) => (t.has(domain as "Economy") ? t(domain as "Economy") : domain);
}
