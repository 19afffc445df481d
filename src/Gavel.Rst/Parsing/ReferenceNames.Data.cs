using System.Collections.Frozen;

namespace Gavel.Rst.Parsing;

/// <summary>
/// What stands for a letter in an id: docutils' choice for those that Unicode does not decompose, the ASCII part of the compatibility
/// decomposition (NFKD) for the others. The platform does not normalize in invariant globalization mode.
/// </summary>
internal static class ReferenceNamesData
{
    public static readonly FrozenDictionary<char, string> Translations = Table(
        "(1):⑴ (10):⑽ (11):⑾ (12):⑿ (13):⒀ (14):⒁ (15):⒂ (16):⒃ (17):⒄ (18):⒅ (19):⒆ (2):⑵ (20):⒇ (3):⑶ (4):⑷ (5):⑸ (6):⑹ (7):⑺" +
        " (8):⑻ (9):⑼ (a):⒜ (b):⒝ (c):⒞ (d):⒟ (e):⒠ (f):⒡ (g):⒢ (h):⒣ (i):⒤ (j):⒥ (k):⒦ (l):⒧ (m):⒨ (n):⒩ (o):⒪ (p):⒫ (q):⒬ (r):⒭" +
        " (s):⒮ (t):⒯ (u):⒰ (v):⒱ (w):⒲ (x):⒳ (y):⒴ (z):⒵ 0:⁰₀⓪０ 03:↉ 1:¹₁⅟①１ 1.:⒈ 10:⑩ 10.:⒑ 11:⑪ 11.:⒒ 110:⅒ 12:½⑫ 12.:⒓ 13:⅓⑬" +
        " 13.:⒔ 14:¼⑭ 14.:⒕ 15:⅕⑮ 15.:⒖ 16:⅙⑯ 16.:⒗ 17:⅐⑰ 17.:⒘ 18:⅛⑱ 18.:⒙ 19:⅑⑲ 19.:⒚ 2:²₂②２ 2.:⒉ 20:⑳ 20.:⒛ 23:⅔ 25:⅖ 3:³₃③３" +
        " 3.:⒊ 34:¾ 35:⅗ 38:⅜ 4:⁴₄④４ 4.:⒋ 45:⅘ 5:⁵₅⑤５ 5.:⒌ 56:⅚ 58:⅝ 6:⁶₆⑥６ 6.:⒍ 7:⁷₇⑦７ 7.:⒎ 78:⅞ 8:⁸₈⑧８ 8.:⒏ 9:⁹₉⑨９ 9.:⒐ No:№" +
        " Rs:₨ a:ªàáâãäåāăąǎǟǡǻȁȃȧᵃḁẚạảấầẩẫậắằẳẵặₐⓐａ a/c:℀ a/s:℁ ae:æ b:ƀƃᵇḃḅḇⓑｂ c:ƈȼçćĉċčᶜḉⅽⓒｃ c/o:℅ c/u:℆ d:đƌďᵈḋḍḏḑḓⅆⅾⓓｄ db:ȸ" +
        " dz:ǆǳ e:ɇèéêëēĕėęěȅȇȩᵉḕḗḙḛḝẹẻẽếềểễệₑℯⅇⓔｅ f:ƒᶠḟⓕｆ ff:ﬀ ffi:ﬃ ffl:ﬄ fi:ﬁ fl:ﬂ g:ǥĝğġģǧǵᵍḡℊⓖｇ h:ħĥȟʰḣḥḧḩḫẖₕℎⓗｈ" +
        " i:ıìíîïĩīĭįǐȉȋᵢḭḯỉịⁱℹⅈⅰⓘｉ ii:ⅱ iii:ⅲ ij:ĳ iv:ⅳ ix:ⅸ j:ȷɉĵǰʲⅉⓙｊ k:ƙķǩᵏḱḳḵₖⓚｋ l:łƚĺļľŀˡḷḹḻḽₗℓⅼⓛｌ lj:ǉ m:ᵐḿṁṃₘⅿⓜｍ" +
        " n:ƞñńņňŉǹṅṇṉṋⁿₙⓝｎ nj:ǌ o:øºòóôõöōŏőơǒǫǭȍȏȫȭȯȱᵒṍṏṑṓọỏốồổỗộớờởỡợₒℴⓞｏ oe:œ p:ƥᵖṕṗₚⓟｐ q:ɋⓠｑ qp:ȹ r:ɍŕŗřȑȓʳᵣṙṛṝṟⓡｒ" +
        " s:śŝşšſșˢṡṣṥṧṩẛₛⓢｓ st:ﬅﬆ sz:ß t:ŧƫƭţťțᵗṫṭṯṱẗₜⓣｔ u:ùúûüũūŭůűųưǔǖǘǚǜȕȗᵘᵤṳṵṷṹṻụủứừửữựⓤｕ v:ᵛᵥṽṿⅴⓥｖ vi:ⅵ vii:ⅶ viii:ⅷ" +
        " w:ŵʷẁẃẅẇẉẘⓦｗ x:ˣẋẍₓⅹⓧｘ xi:ⅺ xii:ⅻ y:ƴɏýÿŷȳʸẏẙỳỵỷỹⓨｙ z:ƶȥźżžᶻẑẓẕⓩｚ");

    /// <summary>Each entry is what stands for the letters, a colon, and the letters.</summary>
    private static FrozenDictionary<char, string> Table(string entries)
    {
        var all = new Dictionary<char, string>();
        foreach (var entry in entries.Split(' '))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            foreach (var letter in entry.AsSpan(colon + 1)) all[letter] = entry[..colon];
        }

        return all.ToFrozenDictionary();
    }
}
