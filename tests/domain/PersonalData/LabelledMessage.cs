using System.Text;

namespace Concertation.Domain.Tests.PersonalData;

/// <summary>
/// A message of the corpus: one a line, « ⟦name|Mme Durand⟧ » around what identifies, \n for a line break. Everybody in it is
/// invented.
/// </summary>
internal sealed record LabelledMessage(string Text, IReadOnlyList<(string Kind, int Start, int End)> Labels)
{
    public static IReadOnlyList<(string Corpus, LabelledMessage Message)> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "PersonalData", "corpus"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0).Select(line => (Path.GetFileNameWithoutExtension(file), Read(line)))),
    ];

    public bool Identifies => Labels.Count > 0;

    private static LabelledMessage Read(string line)
    {
        var text = new StringBuilder();
        var labels = new List<(string, int, int)>();
        line = line.Replace("\\n", "\n", StringComparison.Ordinal);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '⟦')
            {
                text.Append(line[at]);
                continue;
            }

            var bar = line.IndexOf('|', at);
            var end = line.IndexOf('⟧', bar);
            labels.Add((line[(at + 1)..bar], text.Length, text.Length + end - bar - 1));
            text.Append(line, bar + 1, end - bar - 1);
            at = end;
        }

        return new LabelledMessage(text.ToString(), labels);
    }
}
