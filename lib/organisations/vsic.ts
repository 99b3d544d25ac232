/** Vietnamese industries, tier 2 (divisions), as Decision 27/2018/QĐ-TTg names them; a selection of what parks hold. */
export const vsicVersion = "VSIC-2018";

const divisions: Record<string, readonly [vi: string, en: string]> = {
  "10": ["Sản xuất, chế biến thực phẩm", "Manufacture of food products"],
  "11": ["Sản xuất đồ uống", "Manufacture of beverages"],
  "13": ["Dệt", "Manufacture of textiles"],
  "14": ["Sản xuất trang phục", "Manufacture of wearing apparel"],
  "15": ["Sản xuất da và các sản phẩm có liên quan", "Manufacture of leather and related products"],
  "16": ["Chế biến gỗ và sản xuất sản phẩm từ gỗ, tre, nứa", "Manufacture of wood and of products of wood"],
  "17": ["Sản xuất giấy và sản phẩm từ giấy", "Manufacture of paper and paper products"],
  "18": ["In, sao chép bản ghi các loại", "Printing and reproduction of recorded media"],
  "20": ["Sản xuất hóa chất và sản phẩm hóa chất", "Manufacture of chemicals and chemical products"],
  "21": ["Sản xuất thuốc, hóa dược và dược liệu", "Manufacture of pharmaceuticals"],
  "22": ["Sản xuất sản phẩm từ cao su và plastic", "Manufacture of rubber and plastics products"],
  "23": ["Sản xuất sản phẩm từ khoáng phi kim loại khác", "Manufacture of other non-metallic mineral products"],
  "24": ["Sản xuất kim loại", "Manufacture of basic metals"],
  "25": ["Sản xuất sản phẩm từ kim loại đúc sẵn", "Manufacture of fabricated metal products"],
  "26": [
    "Sản xuất sản phẩm điện tử, máy vi tính và sản phẩm quang học",
    "Manufacture of computer, electronic and optical products",
  ],
  "27": ["Sản xuất thiết bị điện", "Manufacture of electrical equipment"],
  "28": ["Sản xuất máy móc, thiết bị chưa được phân vào đâu", "Manufacture of machinery and equipment n.e.c."],
  "29": ["Sản xuất xe có động cơ, rơ moóc", "Manufacture of motor vehicles, trailers and semi-trailers"],
  "30": ["Sản xuất phương tiện vận tải khác", "Manufacture of other transport equipment"],
  "31": ["Sản xuất giường, tủ, bàn, ghế", "Manufacture of furniture"],
  "32": ["Công nghiệp chế biến, chế tạo khác", "Other manufacturing"],
  "33": ["Sửa chữa, bảo dưỡng và lắp đặt máy móc và thiết bị", "Repair and installation of machinery and equipment"],
  "35": ["Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước", "Electricity, gas, steam supply"],
  "38": [
    "Hoạt động thu gom, xử lý và tiêu hủy rác thải; tái chế phế liệu",
    "Waste collection, treatment and recycling",
  ],
  "46": ["Bán buôn", "Wholesale trade"],
  "49": ["Vận tải đường sắt, đường bộ và đường ống", "Land transport and transport via pipelines"],
  "52": ["Kho bãi và các hoạt động hỗ trợ cho vận tải", "Warehousing and support activities for transportation"],
  "68": ["Hoạt động kinh doanh bất động sản", "Real estate activities"],
};

export const vsicCodes = Object.keys(divisions);

/** `26 – Sản xuất sản phẩm điện tử…`; a code outside the selection stands alone. Longer codes take their division's name. */
export function vsicName(code: string, locale: "vi" | "en"): string {
  const names = divisions[code.slice(0, 2)];
  return names ? `${code} – ${names[locale === "vi" ? 0 : 1]}` : code;
}
