#!/usr/bin/env python3
"""Makes primefaces-alliance/theme.css from the theme primefaces-saga-blue of the PrimeFaces jar.

Usage, after a new version of PrimeFaces:
  unzip -p primefaces-<version>-jakarta.jar META-INF/resources/primefaces-saga-blue/theme.css > saga.css
  unzip -p primefaces-<version>-jakarta.jar META-INF/LICENSE.txt > licence.txt
  make-theme.py saga.css licence.txt > ../main/resources/META-INF/resources/primefaces-alliance/theme.css

Each literal of primefaces-map.tsv becomes one of our tokens, white as a text colour becomes
--on-action, and the :root blocks go: WEB-INF/assets/css/primefaces.css sets those variables.
"""
import pathlib
import re
import sys

css = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8-sig")
licence = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").strip().replace("*/", "* /")
tokens = {}
for line in (pathlib.Path(__file__).parent / "primefaces-map.tsv").read_text("utf-8").splitlines():
    if not line.startswith("# "):
        literal, token, _ = line.split("\t")
        tokens[literal.lower()] = token

css = re.sub(r":root\s*\{[^}]*\}", "", css)
css = re.sub(r"(?<![-\w])color:\s*#(?:fff|ffffff)(?![0-9a-fA-F])", "color:var(--on-action)", css, flags=re.I)
literals = "|".join(re.escape(one) for one in sorted(tokens, key=len, reverse=True))
css, hits = re.subn(
    "(?:" + literals + r")(?![0-9a-fA-F])", lambda found: tokens[found.group(0).lower()], css, flags=re.I)
print(hits, "literals replaced", file=sys.stderr)
sys.stdout.write("/* primefaces-saga-blue with our tokens, by web/src/theme/make-theme.py\n\n" + licence + "\n*/\n" + css.strip() + "\n")
