using System.Globalization;
using System.Text;

namespace ConcertationBot.Demo;

/// <summary>A PDF of one page with a grey box, as a member would scan it; programs open it.</summary>
internal static class PdfFile
{
    private const string Drawn = "0.8 g 60 700 200 80 re f";

    private static readonly string[] Objects =
    [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        $"<< /Length {Drawn.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{Drawn}\nendstream",
    ];

    public static byte[] OnePage()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var at = 0; at < Objects.Length; at++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{Objects[at]}\nendobj\n");
        }

        var references = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {Objects.Length + 1}\n{table}trailer\n<< /Size {Objects.Length + 1} /Root 1 0 R >>\nstartxref\n{references}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
