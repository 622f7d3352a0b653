using Concertation.Domain;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.Links;

/// <summary>The page behind one purpose of personal links. The link was checked; whether it still acts is the use case's word.</summary>
public interface ILinkPage
{
    LinkPurpose Purpose { get; }

    /// <summary>Shows; changes nothing. Mail programs and scanners open links too.</summary>
    Task<IResult> Show(PersonalLink link, CancellationToken cancel);

    /// <summary>Acts on what was sent, and shows the result.</summary>
    Task<IResult> Act(LinkPost post, CancellationToken cancel);
}

/// <param name="Operation">The same when the same form is sent twice.</param>
public sealed record LinkPost(PersonalLink Link, IFormCollection Form, OperationId Operation)
{
    public const string TickFirst = "Cochez la case pour confirmer";

    /// <summary>A field, trimmed; null when it is missing or empty.</summary>
    public string? Text(string name) => Form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Somebody has ticked <see cref="SureOfIt"/>; a mail scanner that sends forms ticks nothing.</summary>
    public bool IsSure => Text(SureOfIt.Field) == SureOfIt.Yes;
}
