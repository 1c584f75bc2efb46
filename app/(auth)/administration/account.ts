/** One line of `GET /accounts`. */
export interface Account {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly administrator: boolean;
	readonly disabled: boolean;
	readonly createdAt: string;
}
