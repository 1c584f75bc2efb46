import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** Asks whoever came in by a link to set a password, where they come by anyway. */
export async function PasswordReminder({ hasPassword }: { readonly hasPassword: boolean }) {
	if (hasPassword) return null;
	const t = await getTranslations("accounts.password");
	return (
		<p className="screen-only mt-6 border-l-2 border-caution bg-caution-wash px-3 py-2.5">
			{t("reminder")}{" "}
			<Link href="/account" className="whitespace-nowrap underline underline-offset-3">
				{t("set")}
			</Link>
		</p>
	);
}
