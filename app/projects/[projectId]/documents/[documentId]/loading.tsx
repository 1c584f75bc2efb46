import { getTranslations } from "next-intl/server";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";

/** The workbench on its way: its columns, and lines where the texts will stand. */
export default async function WorkbenchLoading() {
	const t = await getTranslations("common");
	return (
		<div className="flex h-dvh flex-col overflow-hidden">
			<div className="h-12 border-b border-rule" />
			<div className="flex min-h-0 flex-1">
				<div className="w-56 border-r border-rule max-lg:hidden 2xl:w-64" />
				<div className="flex-1 px-8 pt-8">
					<SkeletonRows rows={8} label={t("loading")} />
				</div>
				<div className="w-72 border-l border-rule max-xl:hidden 2xl:w-80" />
			</div>
		</div>
	);
}
