using Trialist.Criteria;
using Trialist.Evaluation.Forms;

namespace Trialist.Evaluation.Tests.Forms;

public sealed class FormShapeTests
{
    [Theory]
    [InlineData("cond().name('asthma')", "finding", "")]
    [InlineData("union(cond().name('asthma'), drug().name('aspirin'))", "any(finding,treated)", "")]
    [InlineData("intersect(cond().name('obesity'), or(lab().name('a').num_filter(eq().op(GT).val('4').unit()), vital().name('b')))", "all(any(value,value),finding)", ">4")]
    [InlineData("neg().lang('English')", "not(language)", "")]
    [InlineData("age().num_filter(eq().op(BETWEEN).val('60').val('18').temporal_unit(YEAR))", "age", "<=60,>=18")]
    [InlineData("age().num_filter(eq().op(GT).val('6').temporal_unit(MONTH), eq().op(LT).val('80').temporal_unit(YEAR))", "age", "<80,>6")]
    [InlineData("cond().name('Crohn's disease').temporal_filter(eq().op(LTEQ).val('six').temporal_unit(MONTH))", "finding", "")] // times are no numbers here
    [InlineData("cond().name('scale').eq().op(GT).val('3').unit()", "finding", ">3")]
    [InlineData("observ().name('pain').equiv(observ().name('low back pain'))", "finding", "")] // the same again in other words
    public void Form_HasItsShape(string form, string logic, string numbers)
    {
        var shape = FormShape.Of(FormParser.Parse(form)!);

        Assert.Equal((logic, numbers), (shape.Logic, shape.Numbers));
    }

    [Theory]
    [InlineData("or(risk([<__main__.Observation object at 0x119a4b8d0>]), proc().name('x'))")]
    [InlineData("cond().name('x'")]
    [InlineData("cond")]
    [InlineData("")]
    public void WhatIsNoForm_IsNull(string text) => Assert.Null(FormParser.Parse(text));

    [Theory]
    [InlineData("Asthma", "finding", "")]
    [InlineData("No asthma", "not(finding)", "")]
    [InlineData("Age 18 to 60 years", "age", "<=60,>=18")]
    [InlineData("Creatinine > 2 mg/dL", "value", ">2")]
    public void Reading_HasTheShapeOfItsForm(string criterion, string logic, string numbers)
    {
        var shape = PredicateShape.Of(CriteriaReader.Default.Read(criterion));

        Assert.Equal((logic, numbers), (shape.Logic, shape.Numbers));
    }
}
