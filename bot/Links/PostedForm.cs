namespace ConcertationBot.Links;

/// <summary>A form that a person sent from one of the pages.</summary>
internal static class PostedForm
{
    /// <summary>The form, or the status that says why there is none.</summary>
    public static async Task<(IFormCollection? Form, int Refusal)> Read(HttpContext context, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancel);
        }
        // Cut short, too heavy, too many fields: none of it comes from the page.
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }

        return PersonsGesture.IsMissing(context.Request, form) ? (null, StatusCodes.Status422UnprocessableEntity) : (form, 0);
    }
}
