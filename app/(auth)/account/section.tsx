import { type ReactNode, useId } from "react";

/** One thing about the account that can be changed. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="flex flex-col gap-4 border-t border-rule pt-6">
			<h2 id={id} className="text-md font-semibold">
				{title}
			</h2>
			{children}
		</section>
	);
}
