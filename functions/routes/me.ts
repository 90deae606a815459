import { Hono } from "hono";
import { guard, type Env } from "../http/http.ts";

/** Who the person is: what the pane greets them with, and what it may offer them. */
export const meRoutes = () =>
  new Hono<Env>().get("/me", guard("GET", "/me"), (c) => {
    const { name, roles, teams } = c.var.who;
    return c.json({ name, roles, teams });
  });
