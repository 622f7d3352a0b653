namespace ConcertationBot.Links;

/// <summary>
/// Tells a form that a person sent from one that a mail scanner sent: some don't only follow links, they also fill in and
/// send what they find. What can't be told apart is harmless by the pages' own making: nothing is chosen beforehand, and the
/// first choice of a vote is none.
/// </summary>
public static class PersonsGesture
{
    /// <summary>A field that no person sees: whoever fills it in fills in everything.</summary>
    public const string Trap = "site";

    /// <summary>Whether it was a machine for sure.</summary>
    /// <remarks>
    /// Source of the headers: W3C, "Fetch Metadata Request Headers". A browser sends <c>Sec-Fetch-User: ?1</c> with a page asked
    /// for by a press or a key, and leaves it out where a script asked; older browsers and mail programs send none of them.
    /// </remarks>
    public static bool IsMissing(HttpRequest request, IFormCollection form) =>
        form[Trap].ToString().Length > 0
        || request.Method == HttpMethods.Post && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-User"] != "?1";
}
