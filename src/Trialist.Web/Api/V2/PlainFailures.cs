using Microsoft.AspNetCore.Diagnostics;

namespace Trialist.Web.Api.V2;

/// <summary>Under the API's address every failure is plain text, also one that no route of it answers: clients read no pages.</summary>
internal sealed partial class PlainFailures(RequestDelegate next, ILogger<PlainFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!CtgovApi.IsUnder(context.Request.Path))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BadHttpRequestException) && !context.Response.HasStarted)
        {
            LogFailure(logger, failure);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null })
        {
            context.Response.Headers.AccessControlAllowOrigin = "*"; // as every answer of these routes: pages of other sites may read the refusal
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(context.Response.StatusCode switch
            {
                StatusCodes.Status404NotFound => $"There is no route `{context.Request.Path}`",
                StatusCodes.Status405MethodNotAllowed => $"`{context.Request.Path}` cannot be asked with {context.Request.Method}",
                >= StatusCodes.Status500InternalServerError => "The fault is ours and has been logged. Please try again.",
                _ => "The request is not understood",
            }, context.RequestAborted);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The API failed to answer.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
