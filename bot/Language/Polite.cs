using System.Collections.Frozen;

namespace ConcertationBot.Language;

/// <summary>Greetings, wishes and thanks around what somebody wants. Plain spelling, longest first at each word.</summary>
internal static class Polite
{
    private static readonly FrozenDictionary<string, string[][]> Openings = ByFirst("""
        bonjour; bonsoir; salut; hello; bjr; bsr; coucou; cc; hey; re; bonjour a tous; bonjour a toutes et tous; a tous
        bonjour madame; bonjour monsieur; chers collegues; chere collegue; cher collegue; bonne annee; bot; le bot
        svp; stp; s il vous plait; s il te plait; merci de; merci d; merci; merci bien vouloir; de bien vouloir
        est ce que; est ce qu; est ce possible de; est ce possible d; peux tu; tu peux; pouvez vous; vous pouvez
        pourriez vous; pourrais tu; tu pourrais; vous pourriez; peut on; on peut; pourrait on; on pourrait; puis je
        je peux; je pourrais; je voudrais; je voulais; je souhaite; je souhaiterais; j aimerais; je veux; je dois
        j voudrais; j aurais aime; j aurais voulu; je viens; je me permets de; je tiens a
        il faut; il faudrait; faut; faudrait; il faut qu; il faudrait qu; il faut que; il faudrait que; faudrait qu
        on doit; on devrait; nous devons; nous devrions; nous souhaitons; nous voudrions; nous aimerions; on voudrait
        on souhaite; on souhaiterait; on aimerait; on va; on veut; je vais; nous allons; on peut aussi; merci beaucoup
        j ai besoin de; j ai besoin d; besoin de; besoin d; il est possible de; est il possible de; est il possible d
        serait il possible de; serait il possible d; possible de; possible d; ce serait possible de; il serait bien de
        veuillez; veux tu; voulez vous; pense a; pensez a; penser a; n oublie pas de; finalement; en fait; du coup
        donc; alors; et; puis; aussi; ensuite; enfin; bref; urgent; svp merci; allez; allons; voila; eh bien; bon
        tu peux me dire; vous pouvez me dire; peux tu me dire; pouvez vous me dire; pourriez vous me dire; tu pourrais me dire
        dis moi; dites moi; je voudrais savoir; je voulais savoir; j aimerais savoir; je me demandais; j ai besoin de savoir
        je te demande de; je vous demande de; je vous remercie de; je vous prie de; je te remercie de; tu me; vous me
        a; de; d
        """);

    private static readonly string[][] Closings = Phrases("""
        svp; stp; s il vous plait; s il te plait; merci; merci beaucoup; merci bien; merci d avance; par avance
        bonne journee; bonne soiree; cordialement; cdt; bien cordialement; bien a vous; a bientot; a vous; merci bcp
        bonne reception; please; plz; merci bonne journee; bot; 🙏; 😊; 🙂; bon week end
        """);

    private static readonly FrozenSet<string> Subjects = FrozenSet.Create(StringComparer.Ordinal, "je", "j", "on", "nous", "tu", "vous");

    private static readonly FrozenSet<string> Objects = FrozenSet.Create(
        StringComparer.Ordinal, "nous", "me", "m", "te", "t", "vous", "lui", "leur", "ne", "n", "en", "l", "ai", "a");

    public static bool IsSubject(string plain) => Subjects.Contains(plain);

    /// <summary>« on nous propose » is no proposal of ours.</summary>
    public static bool IsObject(string plain) => Objects.Contains(plain);

    public static IEnumerable<string> Words =>
        Openings.Values.SelectMany(phrases => phrases).Concat(Closings).SelectMany(phrase => phrase);

    /// <summary>Past all opening politeness.</summary>
    public static int Opening(Message message, int at)
    {
        while (OpeningStep(message, at) is var next && next > at)
        {
            at = next;
        }

        return at;
    }

    /// <summary>Past one polite phrase that starts here, or here. « à » and « de » alone open nothing.</summary>
    public static int OpeningStep(Message message, int at)
    {
        var longest = at;
        if (at < message.Words.Count && Openings.TryGetValue(message.Words[at].Plain, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Length > longest - at && message.Stands(at, phrase) && (at > 0 || phrase is not ["a" or "de" or "d"]))
                {
                    longest = at + phrase.Length;
                }
            }
        }

        return longest;
    }

    /// <summary>Before one polite phrase that ends here, or here.</summary>
    public static int ClosingStep(Message message, int end)
    {
        foreach (var phrase in Closings)
        {
            if (end >= phrase.Length && message.Stands(end - phrase.Length, phrase))
            {
                return end - phrase.Length;
            }
        }

        return end;
    }

    private static string[][] Phrases(string table) =>
    [
        .. table.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(phrase => phrase.Split(' ')),
    ];

    private static FrozenDictionary<string, string[][]> ByFirst(string table) =>
        Phrases(table).GroupBy(phrase => phrase[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
