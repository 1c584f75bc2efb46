import type { ReactNode } from "react";
import { Queries } from "#app/_ui/queries.tsx";

export default function AccountLayout({ children }: { readonly children: ReactNode }) {
	return <Queries>{children}</Queries>;
}
