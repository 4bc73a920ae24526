-- Makes the role and the database of CSO Alliance. Run once, as a superuser, with a password of your own:
--   psql -v password="$(cat alliance.password)" -f create.sql postgres
-- The application needs no superuser and no extension: Flyway makes and upgrades the tables in the
-- schema public at start-up, which is why the role owns the database.
\set ON_ERROR_STOP on
CREATE ROLE alliance LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE alliance OWNER alliance ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE alliance FROM PUBLIC;
\connect alliance
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO alliance;
